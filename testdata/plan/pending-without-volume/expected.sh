#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: it is reserved for claim shop/pvc-data
# patch claim shop/pvc-data: volumeName becomes "data"
set -eu

printf '%s\n' '1/3 Reserve volume data for claim shop/pvc-data'
# from now on, no other claim can be bound to it
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}')
if [ "$is" = 'v-data  ' ]; then
  kubectl patch pv/data --type=json '--patch=[{"op":"test","path":"/spec/claimRef","value":null},{"op":"add","path":"/spec/claimRef","value":{"apiVersion":"v1","kind":"PersistentVolumeClaim","namespace":"shop","name":"pvc-data"}}]'
fi

printf '%s\n' '2/3 Change claim shop/pvc-data'
# volumeName becomes "data"
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-2' ]; then
  kubectl patch pvc/pvc-data --namespace=shop --type=merge '--patch={"spec":{"volumeName":"data"}}'
fi

printf '%s\n' '3/3 Wait until claim shop/pvc-data and volume data are bound'
# pods can start only then
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.spec.volumeName}=data' --timeout=5m
kubectl wait pv/data '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' 'done'
